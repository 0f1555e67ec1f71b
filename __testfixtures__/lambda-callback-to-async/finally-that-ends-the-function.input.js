// The first answer counts today, whatever a `finally` block does afterwards.
exports.answers = (event, context, callback) => {
  try {
    if (!event.id) return callback(new Error('no id'));
  } finally {
    if (event.closed) callback(new Error('closed'));
  }
};

exports.returns = (event, context, callback) => {
  try {
    if (!event.id) return callback(null, 'no id');
  } finally {
    return;
  }
};

exports.throws = (event, context, callback) => {
  try {
    callback(null, event.id);
  } finally {
    if (event.closed) throw new Error('closed');
  }
};

exports.breaks = (event, context, callback) => {
  for (const id of event.ids) {
    try {
      if (id === 'x') return callback(null, id);
    } finally {
      if (event.closed) break;
    }
  }
};

exports.behindCatch = (event, context, callback) => {
  try {
    JSON.parse(event.body);
  } catch (err) {
    return callback(null, 'no json');
  } finally {
    if (event.closed) callback(null, 'closed');
  }
};
