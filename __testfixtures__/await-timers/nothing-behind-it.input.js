exports.handler = async function (event) {
  if (event.n > 1) {
    setTimeout(function () {
      const late = event.n;
      console.log(late);
    }, 5);
  }
};
