package io.okxconnect.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A pool with a hook around each execution of a statement; it rewrites SQL, counts, and starts connections as it is told. */
public final class HookedDataSource {
    private final DataSource real;
    private final AtomicInteger open = new AtomicInteger();
    public final List<String> executed = new CopyOnWriteArrayList<>();
    /** How long each may take, in seconds. */
    public final List<Integer> limits = new CopyOnWriteArrayList<>();

    public volatile Hook hook = (sql, execution) -> execution.call();
    public volatile UnaryOperator<String> rewrite = sql -> sql;
    public volatile Look start = connection -> {};
    public volatile Look end = connection -> {};

    /** Does, replaces or refuses the execution of a statement. */
    public interface Hook {
        Object execute(String sql, Callable<Object> execution) throws Exception;
    }

    public interface Look {
        void on(Connection connection) throws SQLException;
    }

    public HookedDataSource(DataSource real) {
        this.real = real;
    }

    /** Connections that were not given back. */
    public int openConnections() {
        return open.get();
    }

    public void forgetOpenConnections() {
        open.set(0);
    }

    /** Runs something once, before the first statement that begins with a word. */
    public void beforeNext(String verb, Runnable action) {
        AtomicInteger runs = new AtomicInteger();
        hook = (sql, execution) -> {
            if (sql.startsWith(verb) && runs.getAndIncrement() == 0) {
                action.run();
            }
            return execution.call();
        };
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, real, (method, arguments, call) -> {
            Object result = call.call();
            if (result instanceof Connection connection) {
                open.incrementAndGet();
                start.on(connection);
                return hooked(connection);
            }
            return result;
        });
    }

    private Connection hooked(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, call) -> {
            if (method.equals("close")) {
                end.on(connection);
                open.decrementAndGet();
            }
            if (method.equals("prepareStatement")) {
                String sql = (String) arguments[0];
                return hooked(sql, connection.prepareStatement(rewrite.apply(sql)));
            }
            return call.call();
        });
    }

    private PreparedStatement hooked(String sql, PreparedStatement statement) {
        return proxy(PreparedStatement.class, statement, (method, arguments, call) -> {
            if (!method.startsWith("execute")) {
                return call.call();
            }
            executed.add(sql);
            limits.add(statement.getQueryTimeout());
            return hook.execute(sql, call);
        });
    }

    private interface Handler {
        Object handle(String method, Object[] arguments, Callable<Object> call) throws Exception;
    }

    private static <T> T proxy(Class<T> type, T target, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method.getName(), arguments, () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                })));
    }
}
