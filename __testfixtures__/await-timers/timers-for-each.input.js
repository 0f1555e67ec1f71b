exports.handler = async (event) => {
  [1, 2].forEach((n) => {
    setTimeout(() => console.log(n), 10);
  });
  return 'OK';
};
