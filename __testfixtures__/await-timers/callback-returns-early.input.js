exports.handler = async (event) => {
  setTimeout(() => {
    if (event.n > 1) return;
    console.log('one');
  }, 10);
  return 'OK';
};
