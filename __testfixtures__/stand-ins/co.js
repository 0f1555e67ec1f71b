// Version 4 of co, as far as handlers in fixtures use it: runs a generator and waits for the promises that it yields.
function toPromise(value) {
  if (value && typeof value.then === 'function') return value;
  if (value && typeof value.next === 'function') return co(value);
  if (Array.isArray(value)) return Promise.all(value.map(toPromise));
  return Promise.reject(new TypeError('You may only yield a function, promise, generator, array, or object'));
}

function co(start, ...args) {
  return new Promise((resolve, reject) => {
    const generator = typeof start === 'function' ? start.apply(this, args) : start;
    const step = (move) => {
      let result;
      try {
        result = move();
      } catch (error) {
        reject(error);
        return;
      }
      if (result.done) {
        resolve(result.value);
        return;
      }
      toPromise(result.value).then(
        (value) => step(() => generator.next(value)),
        (error) => step(() => generator.throw(error)),
      );
    };
    step(() => generator.next());
  });
}

co.wrap = (fn) =>
  function () {
    return co.call(this, fn.apply(this, arguments));
  };

module.exports = co;
