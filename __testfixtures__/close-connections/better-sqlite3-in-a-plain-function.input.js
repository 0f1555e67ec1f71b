const Database = require('better-sqlite3');

exports.count = (path) => {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  const row = db.prepare('SELECT count(*) AS n FROM t').get();
  db.close();
  return row.n;
};
