// Does what some functions of the `async` package do: lists side by side, and tasks one after the other.
const once = (fn) => {
  let isCalled = false;
  return (...results) => {
    if (isCalled) return;
    isCalled = true;
    fn(...results);
  };
};

function map(list, work, callback) {
  const finish = once(callback);
  const results = [];
  let left = list.length;
  if (left === 0) finish(null, results);
  list.forEach((item, index) => {
    work(item, (error, result) => {
      if (error) return finish(error);
      results[index] = result;
      left -= 1;
      if (left === 0) finish(null, results);
    });
  });
}

function waterfall(tasks, callback) {
  const run = (index, args) => {
    if (index === tasks.length) return callback(null, ...args);
    tasks[index](...args, (error, ...results) => (error ? callback(error) : run(index + 1, results)));
  };
  run(0, []);
}

module.exports = { each: (list, work, callback) => map(list, work, (error) => callback(error)), map, waterfall };
