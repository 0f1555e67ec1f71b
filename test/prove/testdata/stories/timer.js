const pickSeat = () => Math.ceil(Math.random() * 40);

exports.handler = async (event) => {
  const seat = pickSeat();
  console.log('seat given:', seat);

  setTimeout(() => {
    console.log('seat confirmed:', seat);
  }, 80);

  return { passenger: event.passenger ?? 'unknown' };
};
