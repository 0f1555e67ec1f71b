exports.handler = async (event) => {
  setTimeout((n) => console.log(n), 5, event.n);
  return 'OK';
};
