const run = (fn) => fn({ name: 'Ada' }, {}, console.log);

const handler = (event, context, callback) => {
  callback(null, `Hello ${event.name}`);
};

if (process.env.RUN_LOCALLY) run(handler);

module.exports = { handler };
