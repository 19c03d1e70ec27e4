/// `settle.sql`: the figures of a contract computed by SQLite from the tables of `recompute/`.
///
/// Written from the programme's rules as a second voice: it must not be made to follow the modules
/// that compute the packet. It runs in the SQLite shell of Debian 12 (3.40) and needs nothing else:
/// no extension, no setting, no file besides the tables.
///
/// A column of a table, its `CREATE TABLE` here and `RecomputeTables` change together.
enum SettleScript {
  static let text = [rows, stores, contract, comparison].joined(separator: "\n")
}
