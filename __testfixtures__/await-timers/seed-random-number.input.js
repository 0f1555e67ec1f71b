const rollDice = () => 1 + Math.floor(Math.random() * 6);

exports.handler = async (event) => {
  const roll = event.roll || rollDice();
  console.log('rolled', roll);
  setTimeout(() => {
    console.log('20 ms ago this was', roll);
  }, 20);
  return 'OK';
};
