function load(name, done) {
  process.nextTick(() => done(null, name.length));
}

exports.run = (name) => {
  load(name, (error, size) => console.log(error ?? size));
};
