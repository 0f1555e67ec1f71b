exports.ok = ok;
exports.failed = failed;

function ok(callback, body) {
  callback(null, { statusCode: 200, body: JSON.stringify(body) });
}

function failed(callback, message) {
  callback(null, { statusCode: 400, body: message });
}
