exports.handler = async (event) => {
  for (let i = 0; i < event.n; i += 1) {
    setTimeout(() => {
      console.log('round', i);
    }, 10);
  }
  return 'OK';
};
