class Missing extends Error {
  constructor(what) {
    super(`no ${what}`);
    this.name = 'Missing';
  }
}

exports.handler = (event, context, callback) => {
  switch (event.kind) {
    case 'error':
      callback(new Error('plain'));
      break;
    case 'own':
      return callback(new Missing('thing'));
    case 'object':
      callback({ code: 7 });
      break;
    case 'json':
      callback(JSON.stringify({ statusCode: 404 }));
      break;
    case 'zero':
      callback(0);
      break;
    default:
      callback(null, event.kind);
  }
};
