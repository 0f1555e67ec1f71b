const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);
const rollDice = () => 1 + Math.floor(Math.random() * 6);

exports.handler = async (event) => {
  const roll = event.roll || rollDice();
  console.log('rolled', roll);
  await setTimeoutAsync(20);
  console.log('20 ms ago this was', roll);
  return 'OK';
};
