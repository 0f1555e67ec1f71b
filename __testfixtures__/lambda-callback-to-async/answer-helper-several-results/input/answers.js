exports.ok = (callback, body) => callback(null, { statusCode: 200, body: JSON.stringify(body) }, body);
