(() => {
  console.log('started');
})();
(function () {
  return 1;
})();
!(function () {
  console.log('again');
})();
