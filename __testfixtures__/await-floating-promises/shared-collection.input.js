const { appendFile } = require('fs/promises');

const seen = new Set();
const queue = [];
const totals = {};

exports.once = async (id) => {
  if (!seen.has(id)) {
    appendFile('/tmp/leakfix-out.log', id);
    seen.add(id);
  }
};

exports.enqueue = async (id) => {
  const position = queue.length;
  appendFile('/tmp/leakfix-out.log', id);
  queue.push(id);
  return position;
};

exports.count = async (id) => {
  const before = totals[id] ?? 0;
  appendFile('/tmp/leakfix-out.log', id);
  totals[id] = before + 1;
};
