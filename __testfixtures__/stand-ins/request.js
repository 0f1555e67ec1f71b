// The package `request`, as far as handlers in fixtures use it: a GET that is answered from the address.
function request(options, done) {
  const { url } = typeof options === 'string' ? { url: options } : options;
  setTimeout(() => {
    if (url.includes('down')) return done(new Error(`no route to ${url}`));
    const statusCode = url.includes('missing') ? 404 : 200;
    const body = { keys: url.includes('empty') ? [] : ['k1', 'k2'] };
    done(null, { statusCode, body }, body);
  }, 2);
}

request.get = request;
module.exports = request;
