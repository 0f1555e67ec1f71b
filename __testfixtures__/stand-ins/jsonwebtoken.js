// The package `jsonwebtoken`, as far as handlers in fixtures use it: it calls back before it returns.
exports.verify = (token, key, options, done) => {
  if (token !== 'good' || !key) return done(new Error('jwt malformed'));
  return done(null, { sub: 'somebody' });
};
