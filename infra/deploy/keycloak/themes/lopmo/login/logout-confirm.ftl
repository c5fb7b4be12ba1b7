<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("lopmoSignOut")}
  <#elseif section = "form">
    <p class="soft">${msg("logoutConfirmHeader")}</p>
    <form action="${url.logoutConfirmAction}" method="post">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <button class="btn main" id="kc-logout" name="confirmLogout" type="submit" value="1">${msg("doLogout")}</button>
      <a class="btn" href="/">${msg("lopmoBack")}</a>
    </form>
  </#if>
</@layout.registrationLayout>
