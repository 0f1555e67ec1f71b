// Answers like aws-sdk v2, without a network: a value 'down' anywhere in the parameters makes the call fail, an id of
// 'none' finds nothing. Without a callback and without `.promise()` nothing is sent, as in the real one.
const answers = {
  get: ({ Key }) => (Key.id === 'none' ? {} : { Item: { id: Key.id, total: 12 } }),
  put: () => ({}),
  delete: () => ({}),
  publish: () => ({ MessageId: 'm-1' }),
  sendEmail: () => ({ MessageId: 'm-2' }),
};

function send(operation, params, callback) {
  setTimeout(() => {
    if (JSON.stringify(params).includes('"down"')) {
      callback(Object.assign(new Error('Service is down'), { name: 'ServiceUnavailable', code: 'ServiceUnavailable' }));
      return;
    }
    console.log('sent', operation);
    callback(null, answers[operation](params));
  }, 2);
}

function operation(name) {
  return (params, callback) => {
    if (callback) send(name, params, callback);
    return {
      promise: () =>
        new Promise((resolve, reject) => {
          send(name, params, (err, data) => (err ? reject(err) : resolve(data)));
        }),
    };
  };
}

class DocumentClient {
  get = operation('get');
  put = operation('put');
  delete = operation('delete');
}

class SNS {
  publish = operation('publish');
}

class SES {
  sendEmail = operation('sendEmail');
}

module.exports = { DynamoDB: { DocumentClient }, SNS, SES };
