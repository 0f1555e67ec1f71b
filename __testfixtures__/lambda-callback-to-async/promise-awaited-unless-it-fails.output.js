const { setTimeout: wait } = require('timers/promises');

exports.handler = async (event, context) => {
  const visit = new Promise((resolve, reject) => {
    if (event.id) wait(20).then(() => resolve({ id: event.id }));
    else reject(new Error('no id'));
  });

  switch (event.kind) {
    case 'visit':
      return visit;

    case 'name': {
      const found = await visit;
      if (found.id === 'unnamed') throw 'no name';
      return `name of ${found.id}`;
    }

    default:
      throw new Error(`unknown kind ${event.kind}`);
  }
};
