// runtime: nodejs22.x
exports.handler = () => {
  setTimeout(() => console.log('in time'), 20);
};
