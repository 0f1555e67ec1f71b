const store = require('./store');

exports.handler = async (event) => {
  store.read(event.key, (err, value) => {
    if (err) throw err;
    console.log(value);
  });
};
