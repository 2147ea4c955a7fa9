// The portal's way back to the module that was read last on this device.
(function () {
  "use strict";
  const link = document.querySelector(".continue");
  const last = link && window.textbuild && window.textbuild.read("last");
  if (!last || typeof last.page !== "string" || !/^[\w.-]+$/.test(last.book)) return;
  link.href = last.book + "/" + encodeURI(last.page);
  link.querySelector(".continue__book").textContent = last.title || "";
  link.querySelector(".continue__module").textContent = last.name || "";
  link.querySelector(".continue__far").textContent = "读到 " + (Number(last.far) || 0) + "%";
  link.hidden = false;
})();
