const PQueue = require('p-queue');

exports.run = async (jobs) => {
  const queue = new PQueue();
  for (const job of jobs) queue.add(job);
  await queue.onIdle();
};
