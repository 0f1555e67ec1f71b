exports.handler = async (event) => {
  setTimeout(() => console.log('second'), 30);
  setTimeout(() => console.log('first'), 10);
  return 'OK';
};
