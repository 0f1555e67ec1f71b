class Missing extends Error {
  constructor(what) {
    super(`no ${what}`);
    this.name = 'Missing';
  }
}

exports.handler = async (event, context) => {
  switch (event.kind) {
    case 'error':
      throw new Error('plain');
    case 'own':
      throw new Missing('thing');
    case 'object':
      throw { code: 7 };
    case 'json':
      throw JSON.stringify({ statusCode: 404 });
    case 'zero':
      throw 0;
    default:
      return event.kind;
  }
};
