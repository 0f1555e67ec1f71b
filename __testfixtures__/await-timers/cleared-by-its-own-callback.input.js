exports.handler = async (event) => {
  let rounds = 0;
  await new Promise((resolve) => {
    const interval = setInterval(() => {
      rounds += 1;
      if (rounds === 3) {
        clearInterval(interval);
        resolve();
      }
    }, 5);
  });
  return rounds;
};
