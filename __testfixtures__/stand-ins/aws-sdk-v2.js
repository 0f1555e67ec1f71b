// Version 2 of the SDK, as far as handlers in fixtures use it: a request is sent by its callback or by promise().
const { EventEmitter } = require('events');

function fail(code) {
  return Object.assign(new Error(`${code} of the service`), { name: code, code, statusCode: 400 });
}

function answer(operation, params) {
  const id = params?.Key?.id ?? params?.Item?.id ?? params?.Key ?? params?.Message;
  if (id === 'broken') throw fail('ServiceBroken');
  if (id === 'forbidden') throw fail('AccessDenied');
  if (operation === 'get') return id === 'missing' ? {} : { Item: { id, name: `item ${id}` } };
  if (operation === 'scan') return { Items: [{ id: 'a' }, { id: 'b' }] };
  if (operation === 'getObject') return { Body: Buffer.from(`object ${id}`) };
  return { operation, id };
}

class Request extends EventEmitter {
  constructor(operation, params, callback) {
    super();
    this.send = (done) => {
      setTimeout(() => {
        let data = null;
        let error = null;
        try {
          data = answer(operation, params);
        } catch (reason) {
          error = reason;
        }
        done(error, data);
      }, 2);
    };
    this.promise = () =>
      new Promise((resolve, reject) => this.send((error, data) => (error ? reject(error) : resolve(data))));
    if (callback) this.send(callback);
  }
}

function client(...operations) {
  return class {
    constructor() {
      for (const operation of operations)
        this[operation] = (params, callback) => new Request(operation, params, callback);
    }
  };
}

exports.DynamoDB = { DocumentClient: client('get', 'put', 'delete', 'scan', 'update') };
exports.S3 = client('getObject', 'putObject', 'deleteObject');
exports.SNS = client('publish');
exports.Lambda = client('invoke');
