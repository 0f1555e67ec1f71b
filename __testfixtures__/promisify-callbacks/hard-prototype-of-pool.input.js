function Templates(pool) {
  this.pool = pool;
}

Templates.prototype.command = function (name, args, done) {
  this.pool
    .acquire()
    .then((client) => {
      client[name](...args, (err, result) => {
        this.pool.release(client);
        done(err, result);
      });
    })
    .catch(done);
};

Templates.prototype.list = function (done) {
  this.command('hgetall', ['templates'], (err, all) => {
    if (err) return done(err);
    done(null, Object.keys(all));
  });
};

exports.handler = async (event) => {
  new Templates(event.pool).list((err, names) => {
    if (err) throw err;
    console.log(names);
  });
};
