exports.handler = async (event) => {
  setTimeout(function () {
    this.refresh();
  }, 10);
  return 'OK';
};
