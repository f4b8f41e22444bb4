/** The server's settings, given at every start, so that a newer version of ours applies to an older cluster. */
export function settings(durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    // A socket's path may have 107 bytes; a data directory's often has more.
    unix_socket_directories: '',

    shared_buffers: '64MB',
    max_connections: 100,
    max_wal_size: '256MB',
    // One machine, no replicas: fewer processes, less to write. io_method=sync saves three I/O workers.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    io_method: 'sync',
    // Parallel plans pass rows through /dev/shm, 64 MB in a container, and our queries are short.
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    timezone: 'UTC',

    // Personal data must not reach the log: no statements, no parameters, no DETAIL ("Key (phone)=(…) already exists"), and no
    // errors of statements at all (`log` stands above `error`); the program that sent the statement logs those.
    log_destination: 'stderr',
    logging_collector: 'off',
    log_timezone: 'UTC',
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: -1,
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_checkpoints: 'off',
    log_autovacuum_min_duration: -1,

    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  }
  if (!durable) Object.assign(values, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 })
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
