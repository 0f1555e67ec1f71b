const { setTimeout: wait } = require('timers/promises');

exports.handler = (event, context, callback) => {
  const visit = new Promise((resolve, reject) => {
    if (event.id) wait(20).then(() => resolve({ id: event.id }));
    else reject(new Error('no id'));
  });

  switch (event.kind) {
    case 'visit':
      visit
        .then((found) => callback(null, found))
        .catch((err) => callback(err));
      break;

    case 'name':
      visit
        .then((found) => {
          if (found.id === 'unnamed') return callback('no name');
          callback(null, `name of ${found.id}`);
        })
        .catch((err) => callback(err));
      break;

    default:
      callback(new Error(`unknown kind ${event.kind}`));
  }
};
