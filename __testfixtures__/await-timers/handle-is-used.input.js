exports.handler = async (event) => {
  const timer = setTimeout(() => console.log('later'), 5);
  console.log(timer !== undefined);
  return 'OK';
};
