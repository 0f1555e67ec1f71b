const work = async (n) => n;

exports.handler = async (event) => {
  return Promise.race([
    work(event.n),
    new Promise((resolve) => {
      setTimeout(() => {
        console.log('noted');
        resolve('late');
      }, 10);
    }),
  ]);
};
