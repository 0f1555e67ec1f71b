async function load(store, key) {
  store.fetch(key, (err, value) => {
    if (err) throw err;
    console.log(value);
  });
}

module.exports = load;
