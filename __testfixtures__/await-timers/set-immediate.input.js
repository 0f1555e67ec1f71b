module.exports.handler = async (event) => {
  // not now
  setImmediate(() => {
    setTimeout(() => console.log('right after'), 5); // but soon
  });
  return null;
};
