function reportLater(event) {
  setTimeout(() => {
    console.log(event.report.id.toUpperCase());
  }, 20);
}

exports.handler = async (event) => {
  reportLater(event);
  await new Promise((resolve) => setTimeout(resolve, event.ms));
  if (event.fails) throw new Error('no order');
  return 'OK';
};
