// Whoever uses this package calls what it makes, with a callback.
class Server {
  constructor(options) {
    this.options = options;
  }

  createHandler() {
    return (event, context, callback) => {
      if (event.path === '/health') {
        Promise.resolve(this.options.check).then(
          () => callback(null, { statusCode: 200 }),
          () => callback(null, { statusCode: 503 }),
        );
      }
      callback(null, { statusCode: 200, body: event.body });
    };
  }
}

module.exports = { Server };
