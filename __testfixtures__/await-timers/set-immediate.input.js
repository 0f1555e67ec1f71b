module.exports.handler = async (event) => {
  // not now
  setImmediate(() => {
    console.log('right after'); // but soon
  });
  return null;
};
