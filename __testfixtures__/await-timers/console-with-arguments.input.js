exports.handler = async (event) => {
  setTimeout(console.log, 5, 'a little', 'later');
  return 'OK';
};
