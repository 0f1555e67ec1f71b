// Loaded before the real runtime client: stands in for its native part, which posts over HTTP while it blocks.
const http = require('node:http');
const Module = require('node:module');
const { Worker } = require('node:worker_threads');

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;

// Posts for the main thread, which waits until the shared number says that it is done.
const poster = new Worker(
  `const http = require('node:http');
  require('node:worker_threads').parentPort.on('message', ({ url, body, done }) => {
    const finish = () => { Atomics.store(done, 0, 1); Atomics.notify(done, 0); };
    http.request(url, { method: 'POST', agent: false }, (response) => response.resume().on('end', finish))
      .on('error', finish).end(body);
  });`,
  { eval: true },
);
poster.unref();

function next() {
  return new Promise((resolve, reject) => {
    http
      .get(`${api}/next`, { agent: false }, (response) => {
        let bodyJson = '';
        response.setEncoding('utf8');
        response.on('data', (text) => (bodyJson += text));
        response.on('end', () => resolve({ bodyJson, headers: response.headers }));
      })
      .on('error', reject);
  });
}

function post(path, values) {
  if (!values.every((value) => typeof value === 'string')) throw new TypeError('Wrong arguments');
  const done = new Int32Array(new SharedArrayBuffer(4));
  poster.postMessage({ url: `${api}/${path}`, body: values[1], done });
  Atomics.wait(done, 0, 0);
}

const standIn = {
  initializeClient: () => undefined,
  next,
  done: (id, body) => post(`${id}/response`, [id, body]),
  error: (id, body, cause) => post(`${id}/error`, [id, body, cause]),
};

const load = Module._load;
Module._load = (request, ...rest) =>
  /(?:rapid|runtime)-client\.node$/.test(request) ? standIn : load.call(Module, request, ...rest);
