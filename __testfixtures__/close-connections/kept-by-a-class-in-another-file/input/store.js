exports.Store = class {
  constructor(conn) {
    this.conn = conn;
  }
};
