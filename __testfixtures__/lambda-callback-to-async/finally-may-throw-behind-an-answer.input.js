// Today the answer stands, and what `finally` throws is dropped.
exports.returned = (event, context, callback) => {
  try {
    return callback(null, event.id);
  } finally {
    JSON.parse(event.log);
  }
};

exports.failed = (event, context, callback) => {
  try {
    return callback(new Error('no id'));
  } finally {
    JSON.parse(event.log);
  }
};
