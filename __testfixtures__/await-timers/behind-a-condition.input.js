exports.handler = async (event) => {
  event.isLate && setTimeout(() => console.log('late'), 10);
  return 'OK';
};
