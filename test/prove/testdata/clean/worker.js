const { once } = require('events');
const { Worker } = require('worker_threads');

exports.handler = async () => {
  const worker = new Worker('require("worker_threads").parentPort.postMessage(1)', { eval: true });
  const [message] = await once(worker, 'message');
  await worker.terminate();
  return message;
};
