async function write(item) {
  return item;
}

module.exports = async function save(items) {
  write(items[0]);
  return items.length;
};
