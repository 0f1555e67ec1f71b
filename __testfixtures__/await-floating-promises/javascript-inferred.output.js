async function write(item) {
  return item;
}

module.exports = async function save(items) {
  await write(items[0]);
  return items.length;
};
