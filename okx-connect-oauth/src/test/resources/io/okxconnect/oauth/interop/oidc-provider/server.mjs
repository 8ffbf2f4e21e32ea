// oidc-provider as the interop tests want it: strict, on a port of its own choice, forgotten when it ends.
import { createServer } from 'node:http';
import Provider, { errors } from 'oidc-provider';

const REFRESHING = ['authorization_code', 'refresh_token'];
const CALLBACK = 'https://app.example.com/callback';
const AGENT_RESOURCE = 'https://agent.example.com/mcp';

const client = (client_id, token_endpoint_auth_method, grant_types, redirect_uri) => ({
  client_id,
  token_endpoint_auth_method,
  grant_types,
  response_types: ['code'],
  redirect_uris: [redirect_uri],
  ...(redirect_uri.startsWith('http:') ? { application_type: 'native' } : {}),
  ...(token_endpoint_auth_method === 'none' ? {} : { client_secret: process.env.CLIENT_SECRET }),
});

// OKX's profiles A and B have no PKCE, and A and C get a refresh token without asking for offline_access.
const withoutPkce = new Set(['okx-code', 'okx-fast-api']);
const refreshedUnasked = new Set(['okx-code', 'okx-pkce', 'okx-agent']);

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      client('desktop', 'none', REFRESHING, 'http://127.0.0.1/callback'),
      client('web basic', 'client_secret_basic', REFRESHING, CALLBACK),
      client('web post', 'client_secret_post', REFRESHING, CALLBACK),
      client('okx-code', 'client_secret_post', REFRESHING, CALLBACK),
      client('okx-fast-api', 'client_secret_post', ['authorization_code'], CALLBACK),
      client('okx-pkce', 'none', REFRESHING, CALLBACK),
      client('okx-agent', 'none', REFRESHING, CALLBACK),
    ],
    scopes: ['openid', 'offline_access', 'read_only', 'trade', 'fast_api'],
    pkce: { required: (ctx, { clientId }) => !withoutPkce.has(clientId) },
    rotateRefreshToken: true,
    issueRefreshToken: (ctx, asking, { scopes }) =>
      asking.grantTypeAllowed('refresh_token') && (scopes.has('offline_access') || refreshedUnasked.has(asking.clientId)),
    features: {
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        useGrantedResource: () => false,
        getResourceServerInfo: (ctx, resource) => {
          if (resource !== AGENT_RESOURCE) throw new errors.InvalidTarget();
          return { scope: 'live:read live:trade', accessTokenFormat: 'opaque' };
        },
      },
    },
  });
  server.on('request', provider.callback());
  console.log(`Listening on: ${issuer}`);
});
