exports.handler = async (event) => {
  const timer = setTimeout(() => console.log('late'), 10);
  return 'OK';
};
