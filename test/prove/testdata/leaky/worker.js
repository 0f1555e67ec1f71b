// leaks: late-execution handle-growth
const { Worker } = require('worker_threads');

exports.handler = async () => {
  const worker = new Worker('require("worker_threads").parentPort.postMessage(1)', { eval: true });
  worker.once('message', (message) => console.log(message));
  return 'ok';
};
